import type { Texts } from './texts.ts';

/** Choosing what to share in the app. */
export const picker = {
  heading: '무엇을 공유할까요?',
  screens: '화면',
  windows: '창',
  share: '공유',
  starting: '시작하는 중…',
  cancel: '취소',
  loading: '화면과 창을 찾고 있어요…',
  noScreens: '화면을 찾지 못했어요.',
  noWindows: '창을 찾지 못했어요. 최소화한 창은 다시 열면 여기에 나타나요.',
  refused: {
    title: '아직 Sightline이 화면을 볼 수 없어요',
    text: '시스템 설정에서 Sightline의 화면 기록을 허용해 주세요. 허용한 뒤 앱을 다시 시작해야 할 수도 있어요.',
    open: '시스템 설정 열기',
  },
  failed: {
    title: '화면과 창 목록을 불러오지 못했어요',
    text: '뒤로 돌아가서 다시 시도해 주세요. 계속 안 되면 Sightline을 다시 시작해 주세요.',
  },
  search: '제목으로 찾기',
  untitled: '제목 없는 창',
  noPreview: '미리보기 없음',
  noPreviewOfWindow: '미리보기가 없어요. 최소화된 창이면 열어 주세요.',
  pixels: '{{width}} × {{height}} 픽셀',
  ownScreen: 'Sightline이 있는 화면',
  noMatch: '‘{{query}}’에 맞는 항목이 여기에는 없어요.',
  matchingScreens: '찾은 화면 {{count}}개 보기',
  matchingWindows: '찾은 창 {{count}}개 보기',
  openSystemPicker: '화면이나 창 고르기',
  sound: {
    share: '이 컴퓨터의 소리도 공유하기',
    hint: '다른 창에서 나는 소리까지 모두 공유돼요.',
    problem: {
      'not-on-linux':
        '리눅스 앱에서는 할 수 없어요. Chrome이나 Edge에서는 탭을 소리와 함께 공유할 수 있어요.',
      'old-macos': 'macOS 13 이상이 필요해요.',
      'system-picker':
        '시스템 선택 창으로는 할 수 없어요. 소리를 공유하려면 화면 기록을 허용해 주세요.',
    },
  },
  portal: {
    title: '데스크톱에서 직접 골라요',
    text: '데스크톱의 선택 창이 열려요. 거기서 고른 화면이나 창만 Sightline에 보여요.',
  },
  macos: {
    title: 'macOS에서 직접 골라요',
    text: 'macOS의 선택 창이 열리고, 거기서 고른 것만 Sightline에 보여요. 미리보기와 검색이 있는 이 목록에서 고르려면 시스템 설정에서 화면 기록을 허용하고 Sightline을 다시 시작해 주세요.',
  },
  notAsked: {
    title: '시스템이 한 번 물어볼 거예요',
    text: '고를 수 있는 화면과 창을 보여 주려면 Sightline에 화면 기록을 허용해야 해요. 고르고 공유하기 전에는 아무에게도 전달되지 않아요. 허용한 뒤 Sightline을 다시 시작해야 할 수도 있어요.',
    ask: '계속',
  },
} satisfies Texts['picker'];
