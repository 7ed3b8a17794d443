import type { Texts } from './texts.ts';

export const ended = {
  left: {
    title: '공유에서 나왔어요',
    text: '이제 동료의 화면이 보이지 않아요.',
  },
  stopped: {
    title: '화면 공유를 중지했어요',
    text: '이제 아무도 내 화면을 볼 수 없어요. 보냈던 코드와 링크도 더는 쓸 수 없어요.',
  },
  'no-such-room': {
    title: '이 코드로 공유 중인 화면이 없어요',
    text: '공유가 끝났거나 코드를 잘못 입력했을 수 있어요. 동료에게 코드를 다시 확인해 주세요.',
  },
  denied: {
    title: '참여가 허용되지 않았어요',
    text: '동료가 요청을 거절했어요. 다시 요청하기 전에 동료와 이야기해 주세요.',
  },
  removed: {
    title: '공유에서 내보내졌어요',
    text: '동료가 화면을 더 이상 보여 주지 않기로 했어요. 다시 요청하기 전에 동료와 이야기해 주세요.',
  },
  'presenter-left': {
    title: '공유가 끝났어요',
    text: '동료가 공유를 중지했어요. 다시 공유를 시작하면 새 코드가 필요해요.',
  },
  'room-idle': {
    title: '공유가 닫혔어요',
    text: '오랫동안 아무 활동이 없어서 서버가 공유를 닫았어요.',
  },
  replaced: {
    title: '다른 곳에서 이어졌어요',
    text: '다른 창에서 연결을 이어받아 이 창의 연결이 끊겼어요.',
  },
  'too-slow': {
    title: '네트워크가 너무 느려요',
    text: '이 기기가 서버의 속도를 따라가지 못했어요. 더 나은 네트워크에서 다시 시도해 주세요.',
  },
  'server-unreachable': {
    title: '서버에 연결할 수 없어요',
    text: '인터넷에 연결되어 있는지, 맞는 네트워크나 VPN을 쓰고 있는지 확인한 뒤 다시 시도해 주세요.',
  },
  'server-full': {
    title: '서버에 빈자리가 없어요',
    text: '지금은 서버가 공유를 더 받을 수 없어요. 몇 분 뒤에 다시 시도해 주세요.',
  },
  'server-refused': {
    title: '서버가 연결을 거부했어요',
    text: '다시 시도해 주세요. 계속 거부되면 서버 관리자에게 알려 주세요.',
  },
  'version-mismatch': {
    title: '버전이 서로 달라요',
    text: '여기와 서버의 Sightline 버전이 달라요. 앱을 업데이트하거나, 브라우저라면 페이지를 새로 고쳐 주세요.',
  },
  'peer-failed': {
    title: '동료와 연결하지 못했어요',
    text: '두 기기가 서로 연결되지 않았어요. 대개 방화벽이나 VPN 때문이에요. 다른 네트워크에서 시도해 보세요.',
  },
  'webrtc-unavailable': {
    title: '이 브라우저에서는 화면을 볼 수 없어요',
    text: 'WebRTC가 없거나 꺼져 있어요. 최신 Chrome, Edge, Firefox, Safari 또는 Sightline 앱을 써 주세요.',
  },
  'capture-unavailable': {
    title: '이 페이지에서는 화면을 공유할 수 없어요',
    text: '브라우저는 https나 localhost로 연 페이지에서만 화면 공유를 허용하고, 휴대전화에서는 지원하지 않아요. 그렇게 페이지를 열거나 Sightline 앱을 써 주세요.',
  },
  'capture-refused': {
    title: '공유하지 않았어요',
    text: '선택을 취소했거나 시스템이 허용하지 않았어요. 준비되면 다시 골라 주세요.',
  },
  'capture-failed': {
    title: '화면을 가져오지 못했어요',
    text: '시스템에서 화면을 받지 못했어요. 다시 고르거나 다른 화면이나 창으로 시도해 주세요.',
  },
  'capture-ended': {
    title: '공유하던 화면이 사라졌어요',
    text: '창이 닫혔거나 시스템이 화면 공유를 끝냈어요. 이제 아무도 내 화면을 볼 수 없어요.',
  },
} satisfies Texts['ended'];
