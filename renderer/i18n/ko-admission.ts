import type { Texts } from './texts.ts';

export const requests = {
  heading: '참여 요청',
  asking: '참여를 요청한 사람: {{names}}',
  willSee: '허용해야만 내 화면을 볼 수 있어요.',
  allow: '허용',
  deny: '거절',
} satisfies Texts['requests'];

export const viewers = {
  heading: '보고 있는 사람',
  count: '{{limit}}자리 중 {{count}}명',
  none: '아직 보고 있는 사람이 없어요.',
  stage: {
    connecting: '연결하는 중…',
    watching: '보는 중',
    reconnecting: '다시 연결하는 중…',
  },
  away: '서버와 연결이 끊긴 상태예요',
  device: '{{system}}의 {{app}} (본인이 밝힌 정보)',
  remove: '{{name}} 님 내보내기',
  more: '{{name}} 님 더 보기',
  block: '{{name}} 님 차단하기',
  blockHint:
    '차단하면 이 공유가 끝날 때까지 같은 네트워크 주소에서는 아무도 다시 요청할 수 없어요. 같은 사무실에 있는 동료도 함께 막힐 수 있어요.',
} satisfies Texts['viewers'];

export const door = {
  lock: '새 참여 요청 받지 않기',
  openToAll: '링크가 있으면 누구나 들어오게 하기',
  lockWins: '새 참여 요청을 막아 둔 동안에는 링크가 있어도 새로 들어올 수 없어요.',
  question: '링크가 있으면 누구나 들어오게 할까요?',
  warning:
    '링크나 코드를 가진 사람은 누구나 요청 없이 바로 내 화면을 볼 수 있어요. 다른 사람에게서 전달받은 경우도 마찬가지예요.',
  scope:
    '이번 공유에만 적용돼요. 언제든지 끌 수 있지만, 그때 이미 보고 있는 사람은 내보내기 전까지 계속 볼 수 있어요.',
  confirm: '누구나 들어오게 하기',
  cancel: '계속 직접 허용하기',
} satisfies Texts['door'];

export const words = {
  compare: '단어 비교하기',
  compareWith: '{{name}} 님과 단어 비교하기',
  purpose: '서로 소리 내어 읽어 주세요. 단어가 모두 같으면 중간에 끼어든 사람이 없는 거예요.',
  differ: '하나라도 다르면 공유를 끝내고 새 코드로 다시 시작해 주세요.',
  language: '단어 언어 (두 사람이 같아야 해요)',
  loading: '단어를 불러오고 있어요…',
  failed: '단어를 불러오지 못했어요. 연결 상태를 확인한 뒤 다시 열어 주세요.',
  notYet: '연결이 안전한지 확인되면 단어가 여기에 나타나요.',
  close: '닫기',
} satisfies Texts['words'];
