import { door, requests, viewers, words } from './ko-admission.ts';
import { doctor } from './ko-doctor.ts';
import { ended } from './ko-ended.ts';
import { invited } from './ko-invited.ts';
import { nearby } from './ko-nearby.ts';
import { picker } from './ko-picker.ts';
import { picture } from './ko-picture.ts';
import { preferences } from './ko-preferences.ts';
import { quality } from './ko-quality.ts';
import { path, settings } from './ko-settings.ts';
import { switching } from './ko-switching.ts';
import { update } from './ko-update.ts';
import { whileSharing } from './ko-while-sharing.ts';
import type { Texts } from './texts.ts';

export const ko = {
  app: {
    name: 'Sightline',
    promise:
      '내 화면을 글자 하나까지 또렷하게 동료에게 보여 주세요. 계정이 필요 없고, 내가 허용한 사람만 볼 수 있어요.',
    defaultName: '손님',
  },
  language: { label: '언어' },
  title: {
    home: 'Sightline',
    picker: '공유할 화면 선택 – Sightline',
    opening: '시작하는 중… – Sightline',
    sharing: '화면 공유 중 – Sightline',
    sharingPaused: '공유 일시정지 – Sightline',
    sourceGone: '보여 주는 화면 없음 – Sightline',
    asked: '참여 요청이 왔어요 – Sightline',
    invited: '초대 – Sightline',
    handedOver: '앱에서 계속하기 – Sightline',
    joining: '참여하는 중… – Sightline',
    waiting: '허용을 기다리는 중 – Sightline',
    watching: '화면 보는 중 – Sightline',
    watchingPaused: '일시정지됨 – Sightline',
    reconnecting: '다시 연결하는 중… – Sightline',
    ended: '종료됨 – Sightline',
    checking: '연결 점검 – Sightline',
  },
  home: {
    shareHeading: '내 화면 보여 주기',
    share: '화면 공유하기',
    shareHint: '먼저 공유할 화면이나 창을 고르면, 동료에게 보낼 초대 링크가 만들어져요.',
    chooseInBrowser: '브라우저가 띄운 창에서 공유할 화면을 골라 주세요.',
    joinHeading: '동료 화면 보기',
    codeField: '코드 또는 링크',
    codeHint: '코드는 XXXXX-XXXXX 형식이에요.',
    nameField: '내 이름',
    nameHint: '참여를 요청할 때 동료에게 보여요.',
    join: '참여하기',
    problem: {
      empty: '받은 코드나 링크를 입력해 주세요. 코드는 XXXXX-XXXXX 형식이에요.',
      'not-a-code':
        '올바른 코드가 아니에요. 코드는 영문자와 숫자 열 자리이고 XXXXX-XXXXX 형식이에요.',
      'not-our-link':
        '링크에 올바른 코드가 없어요. 링크를 다시 받거나 XXXXX-XXXXX 형식의 코드를 입력해 주세요.',
    },
  },
  protection: {
    heading: '무엇이 보호되나요?',
    picture:
      '화면은 두 기기 사이에서 암호화돼요. 직접 오가든 중계 서버를 거치든, 서버도 중계 서버도 화면을 볼 수 없어요.',
    code: '코드가 곧 열쇠예요. 코드는 서버로 전송되지 않으니, 화면을 봐도 되는 사람에게만 알려 주세요.',
    browser:
      '브라우저에서는 서버가 보내 준 페이지를 믿어야 해요. 가장 안전하게 쓰려면 두 사람 모두 Sightline 앱을 써 주세요.',
  },
  picker,
  presenter: {
    sharing: '화면을 공유하고 있어요',
    paused: '공유를 일시정지했어요',
    opening: '초대를 준비하고 있어요',
    openingHint: '아직 아무도 내 화면을 볼 수 없어요.',
    pause: '일시정지',
    resume: '다시 공유',
    stop: '공유 중지',
    sound: {
      shared: '상대방에게 이 컴퓨터의 소리도 들려요.',
      ended: '시스템이 소리 공유를 끝냈어요. 화면은 계속 보여요.',
    },
    preview: '미리보기',
    previewHint: '상대방에게 보이는 화면',
    previewPaused: '지금은 상대방에게 보이지 않아요',
    notice: {
      contested: {
        title: '서버에서 다른 누군가가 이 코드를 차지하려고 해요',
        text: '새로운 사람은 참여할 수 없지만, 지금 보고 있는 사람은 계속 볼 수 있어요. 공유를 중지하고 다시 공유하면 새 코드가 만들어져요.',
      },
      tampered: {
        title: '위조된 메시지가 와서 무시했어요',
        text: '내 코드로 쓴 메시지가 아니었어요. 코드를 모르는 누군가나 서버가 끼어들려고 했어요. 누가 보고 있는지 확실히 하려면 단어를 비교해 보세요.',
      },
      offline: {
        title: '서버에 연결할 수 없어요',
        text: '지금 보고 있는 사람은 계속 볼 수 있어요. 서버가 돌아오면 새로운 사람도 참여할 수 있어요.',
      },
      'open-to-all': {
        title: '링크가 있으면 누구나 들어올 수 있어요',
        text: '링크나 코드를 가진 사람은 요청하지 않고도 내 화면을 볼 수 있어요.',
      },
    },
    unreachable:
      '{{name}} 님을 들여보냈지만 두 네트워크 사이에 연결할 길이 없었어요. 시작 화면의 연결 점검으로 두 사람 모두 원인을 확인할 수 있어요.',
    turnedAway: {
      full: '누군가 참여하려 했지만 {{limit}}자리가 모두 찼어요. 자리를 만들려면 보고 있는 사람을 내보내 주세요.',
      locked: '누군가 참여하려 했지만 새 참여 요청을 막아 두었어요.',
    },
  },
  invite: {
    heading: '초대',
    text: '링크를 보내거나 코드를 불러 주세요.',
    code: '코드',
    copyCode: '코드 복사',
    link: '링크',
    copyLink: '링크 복사',
    copied: '복사했어요',
    copyFailed: '복사하지 못했어요. 글자를 직접 선택해서 복사해 주세요.',
    qr: '초대 링크 QR 코드',
    qrHint: '휴대전화나 태블릿으로 스캔하세요',
    onlyHere:
      '다른 사람이 접속할 수 있는 주소를 찾지 못했어요. 이 링크는 이 컴퓨터에서만 열 수 있어요.',
  },
  requests,
  viewers,
  door,
  words,
  viewer: {
    leave: '나가기',
    askingAs: '‘{{name}}’ 이름으로 요청하고 있어요.',
    joining: '공유 중인 화면을 찾고 있어요…',
    joiningAgain: '아직 찾고 있어요…',
    joiningHint: '잠시만 기다려 주세요.',
    joiningAgainHint: '서버가 아직 응답하지 않아요.',
    waiting: '허용을 기다리고 있어요',
    waitingHint: '동료가 요청을 확인하고 있어요. 허용하면 화면이 바로 여기에 나타나요.',
    presenterAway: '동료의 연결이 잠시 끊겼어요. 돌아올 때까지 요청을 그대로 둘게요.',
    offline: '서버에 연결할 수 없어요. 서버가 돌아오면 자동으로 다시 요청할게요.',
    negotiating: '참여가 허용됐어요',
    negotiatingHint: '곧 화면이 나타나요.',
    negotiatingSlowHint:
      '평소보다 오래 걸리고 있어요. 지나기 어려운 네트워크가 있어서 다른 길을 찾고 있어요.',
    watching: '동료의 화면을 보고 있어요',
    video: '공유된 화면',
    pictureComing: '곧 화면이 나타나요…',
    paused: '일시정지됨',
    pausedHint: '동료가 공유를 잠시 멈췄어요. 다시 시작하면 화면이 바로 나타나요.',
    'source-gone': '잠시만 기다려 주세요',
    'source-goneHint':
      '동료가 공유하던 화면이 닫혔어요. 동료가 다른 화면을 고르면 여기에 바로 나타나요.',
    reconnecting: '다시 연결하는 중…',
    reconnectingHint: '마지막으로 받은 화면이라 지금과 다를 수 있어요.',
    sound: {
      turnOn: '소리 켜기',
      mute: '소리 끄기',
      volume: '음량',
      blocked: '동료가 소리도 공유하고 있어요. ‘소리 켜기’를 눌러야 브라우저가 소리를 내요.',
    },
    toolbar: '화면 보기',
    fit: '창에 맞추기',
    actualSize: '실제 크기',
    fullScreen: '전체 화면',
    leaveFullScreen: '전체 화면 끝내기',
    scrollArea: '실제 크기 화면, 스크롤 가능',
  },
  next: {
    home: '처음으로',
    'try-again': '다시 시도',
    'join-again': '다시 참여하기',
    'ask-again': '다시 요청하기',
    'choose-again': '다시 고르기',
    'share-again': '다시 공유하기',
  },
  ended,
  nearby,
  doctor,
  settings,
  preferences,
  path,
  quality,
  picture,
  switching,
  update,
  invited,
  whileSharing,
} satisfies Texts;
