import type { Texts } from './texts.ts';

/** Showing something else while a share goes on. */
export const switching = {
  begin: '다른 화면 보여 주기',
  inBrowser: '브라우저가 연 창에서 골라 주세요. 그때까지는 아무것도 바뀌지 않아요.',
  heading: '대신 무엇을 보여 줄까요?',
  meanwhile: '고를 때까지 상대방은 지금까지 공유하던 화면을 계속 봐요. 초대도 그대로 쓸 수 있어요.',
  gone: {
    bar: '지금은 아무것도 보이지 않아요',
    barHint: '다른 화면을 고를 때까지 보고 있던 사람이 기다려요.',
    title: '공유하던 화면이 사라졌어요',
    text: '창이 닫혔거나, 모니터 연결이 끊겼거나, 시스템이 공유를 끝냈어요. 보고 있던 사람은 그대로 있고, 다른 화면을 고르는 중이라고 안내받아요.',
    choose: '다른 화면 고르기',
  },
  failed: {
    title: '그 화면은 가져올 수 없었어요',
    text: '상대방에게는 아무것도 바뀌지 않았어요. 다시 고르거나 다른 화면을 골라 주세요.',
  },
} satisfies Texts['switching'];
