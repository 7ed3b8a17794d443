import type { Texts } from './texts.ts';

export const invited = {
  heading: '이 공유에 참여할까요?',
  text: '링크가 Sightline을 열었어요. 기다리던 초대일 때만 참여해 주세요. 참여하면 동료에게 내 이름이, 서버에는 내 네트워크 주소가 보여요.',
  server: '서버',
  code: '코드',
  notNow: '나중에',
  waiting: '{{server}}에서 온 초대가 기다리고 있어요. 지금 하는 일이 끝나면 열려요.',
  dismiss: '이 링크 지우기',
  refused: '이 링크는 열지 않았어요',
  problem: {
    unreadable: 'Sightline 링크가 아니거나 중간에 손상됐어요. 초대를 다시 받아 주세요.',
    'unknown-action':
      'Sightline이 링크로는 하지 않는 일을 요청하고 있어요. 초대를 받거나 코드를 입력해 주세요.',
    'no-code': '올바른 코드가 없어요. 초대를 다시 받거나 코드를 직접 입력해 주세요.',
    'no-server':
      '어느 서버의 공유인지 분명하지 않아요. 초대를 다시 받거나 초대 링크를 브라우저에서 열어 주세요.',
  },
  openInApp: '앱에서 열기',
  openInAppHint: '이 컴퓨터에 Sightline이 있으면 화면이 더 빨리 전달돼요.',
  handedOver: {
    heading: '앱에서 계속해 주세요',
    text: '이 컴퓨터의 Sightline이 참여할지 물어봐요. 아무것도 열리지 않으면 앱이 설치되어 있지 않은 거예요.',
    here: '이 브라우저에서 보기',
  },
} satisfies Texts['invited'];
