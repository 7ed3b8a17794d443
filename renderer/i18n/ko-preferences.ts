import type { Texts } from './texts.ts';

export const preferences = {
  section: {
    person: '나',
    sharing: '화면 공유',
    connection: '연결',
    shortcuts: '단축키',
    app: '앱',
  },
  notLoaded: '서버가 응답하지 않아 설정을 불러오지 못했어요. 잠시 뒤에 다시 해 보세요.',
  nameHint: '참여를 요청할 때 동료에게 보여요.',
  language: { system: '시스템 설정' },
  theme: { label: '화면 테마', system: '시스템 설정', light: '밝게', dark: '어둡게' },
  autoQuality: '화면 내용에 따라 정해요.',
  qualityScope: '공유를 시작할 때마다 적용돼요.',
  switch: {
    isVisibleNearby: '주변 사람에게 내 공유 보여주기',
    openAtLogin: '로그인할 때 열기',
    startMinimised: '최소화한 채로 시작하기',
    updates: '업데이트 확인하기',
  },
  switchHint: {
    isVisibleNearby:
      '공유하는 동안 같은 네트워크의 Sightline에 내 이름이 보여요. 그래도 참여하려면 허락을 받아야 해요.',
    openAtLogin: '컴퓨터를 다시 켜도 Sightline을 바로 쓸 수 있어요.',
    startMinimised: '직접 열 때까지 창이 화면을 가리지 않아요.',
    updates: '새 버전을 조용히 받아서 확인해요. 공유하는 동안에는 하지 않아요.',
  },
  server: {
    label: '서버',
    hint: '비워 두면 이 컴퓨터가 직접 맡아서 같은 네트워크의 동료와 공유해요. 회사 서버를 쓰면 어디서든 공유할 수 있어요. 다음 공유부터 적용돼요.',
    notAnAddress: '주소가 아니에요. 주소는 https://share.example.org 처럼 생겼어요.',
    checking: '{{server}}에 물어보고 있어요…',
    reached: '{{server}}에서 Sightline 서버가 응답해요.',
    reachedVersion: '{{server}}에서 Sightline {{version}} 서버가 응답해요.',
    problem: {
      unreachable: '{{server}}에서 응답이 없어요. 주소와 네트워크를 확인해 주세요.',
      'unknown-name': '{{server}}라는 서버를 찾을 수 없어요. 철자를 확인해 주세요.',
      'bad-certificate':
        '{{server}}의 인증서를 이 컴퓨터가 믿을 수 없어요. 서버 관리자에게 물어보거나, 내부 네트워크라면 http://로 시작해 보세요.',
      redirected: '{{server}}에서 다른 주소로 보내고 있어요. 그 주소를 입력해 주세요.',
      'not-sightline': '{{server}}에서 응답했지만 Sightline 서버가 아니에요. 주소를 확인해 주세요.',
    },
  },
  ice: {
    heading: '직접 추가한 STUN·TURN 서버',
    hint: '화면을 공유하거나 볼 때 서버가 알려준 것과 함께 써요.',
    as: '사용자 이름: {{name}}',
    add: '서버 추가하기',
    edit: '{{server}} 수정하기',
    remove: '{{server}} 삭제하기',
    take: '추가',
    change: '수정',
    cancel: '취소',
    field: { url: '주소', username: '사용자 이름', credential: '비밀번호' },
    urlHint: '예: turn:relay.example.org:3478, stun:stun.example.org',
    urlProblem: {
      empty: '서버 주소를 입력해 주세요.',
      'no-scheme': '어떤 서버인지 알 수 있게 앞에 stun:, turn:, turns: 중 하나를 붙여 주세요.',
      'unknown-scheme': '주소는 stun:, turn:, turns: 중 하나로 시작해야 해요.',
      slashes: '빗금 두 개는 빼 주세요. 예: turn:relay.example.org',
      'bad-host': '콜론 뒤에는 relay.example.org 같은 이름이나 주소가 와야 해요.',
      'bad-port': '포트는 1부터 65535까지의 숫자여야 해요. IPv6 주소는 [대괄호]로 묶어 주세요.',
      'bad-transport':
        '물음표 뒤에는 transport=udp나 transport=tcp만 올 수 있고, stun:에는 쓸 수 없어요.',
      'already-there': '이미 목록에 있는 서버예요.',
    },
    missing: {
      username: '중계 서버에는 사용자 이름이 필요해요.',
      credential: '중계 서버에는 비밀번호가 필요해요.',
    },
  },
  shortcut: {
    hint: '공유하는 동안 다른 프로그램을 쓰고 있어도 작동해요.',
    pause: '일시정지하고 다시 시작하기',
    stop: '공유 중지하기',
    none: '없음',
    record: '키 바꾸기',
    press: '키를 눌러 주세요…',
    pressHint: '원하는 키를 함께 눌러 주세요. Esc를 누르면 그대로 둬요.',
    clear: '지우기',
    reset: '기본값',
    problem: {
      unusable: 'Ctrl, Alt, ⌘ 중 하나와 함께 누르거나 기능 키를 골라 주세요.',
      conflict: '다른 단축키가 이미 쓰고 있는 키예요. 다른 키를 골라 주세요.',
      taken: '다른 프로그램이 이 키를 쓰고 있어서 여기서는 작동하지 않아요. 다른 키를 골라 주세요.',
    },
  },
  name: {
    name: '이름',
    language: '언어',
    theme: '화면 테마',
    serverUrl: '서버',
    iceServers: '직접 추가한 STUN·TURN 서버',
    path: '화면을 보내는 방법',
    quality: '화질',
    shortcuts: '단축키',
    isVisibleNearby: '주변 사람에게 보이기',
    startMinimised: '최소화한 채로 시작',
    openAtLogin: '로그인할 때 열기',
    updates: '업데이트',
  },
  trouble: {
    keptAside: {
      broken: '설정을 읽을 수 없어서 처음 상태로 돌렸어요. 원래 있던 것은 {{place}}에 있어요.',
      newer:
        '더 새로운 Sightline에서 만든 설정이라 여기서는 처음 상태로 시작해요. 원래 설정은 {{place}}에 있어요.',
    },
    wrongValues:
      '올바르지 않은 설정을 처음 상태로 돌렸어요: {{names}}. 원래 있던 것은 {{place}}에 있어요.',
    notSaved: {
      'not-allowed':
        '설정이 앱을 끌 때까지만 유지돼요. {{place}}에 저장할 권한이 없어요. 권한을 허용한 뒤 설정을 바꿔 주세요.',
      'disk-full':
        '설정이 앱을 끌 때까지만 유지돼요. 디스크가 가득 찼어요. 공간을 비운 뒤 설정을 바꿔 주세요.',
      failed:
        '설정이 나갈 때까지만 유지돼요. {{place}}에 저장하지 못했어요. 설정을 바꾸면 다시 저장해 볼게요.',
    },
    loginRefused: '시스템이 로그인할 때 열 앱을 바꾸지 못하게 했어요. 시스템 설정에서 바꿔 주세요.',
    dismiss: '알겠어요',
  },
} satisfies Texts['preferences'];
