import type { Texts } from './texts.ts';

export const whileSharing: Texts['whileSharing'] = {
  pause: {
    'by-hand': {
      presenter: '보는 사람에게는 화면 대신 일시정지 안내가 보여요.',
      viewer: '동료가 공유를 잠시 멈췄어요. 다시 공유하면 화면이 바로 나타나요.',
    },
    'screen-locked': {
      presenter: '화면이 잠겨서 공유를 멈췄어요. 다시 공유할 때까지 일시정지 안내가 보여요.',
      viewer: '동료의 화면이 잠겼어요. 동료가 다시 공유하면 화면이 나타나요.',
    },
    asleep: {
      presenter: '컴퓨터가 잠들어서 공유를 멈췄어요. 다시 공유할 때까지 일시정지 안내가 보여요.',
      viewer: '동료의 컴퓨터가 절전 상태예요. 동료가 다시 공유하면 화면이 나타나요.',
    },
  },
  action: {
    pause: '일시정지',
    resume: '다시 공유',
    switch: '다른 화면 공유…',
    stop: '공유 중지',
    open: 'Sightline 열기',
    quit: 'Sightline 종료',
    bar: '조작 막대 보기',
  },
  tray: {
    idle: 'Sightline: 화면을 공유하고 있지 않아요',
    sharing: 'Sightline: 화면을 공유하고 있어요',
    paused: 'Sightline: 공유를 일시정지했어요',
    source: '공유 중: {{name}}',
    watching: '보고 있는 사람: {{count}}명',
    asking: '참여를 요청한 사람: {{count}}명',
  },
  bar: {
    title: 'Sightline 조작 막대',
    label: '공유 조작',
    sharing: '공유 중',
    paused: '일시정지',
    locked: '화면이 잠겨 일시정지됨',
    asleep: '절전 때문에 일시정지됨',
    elapsed: '공유를 시작한 뒤 지난 시간',
    watching: '보고 있는 사람: {{count}}명',
    switch: '다른 화면 공유하기',
    asking: 'Sightline 열기. 참여를 요청한 사람: {{count}}명',
    stop: '중지',
    hide: '이 막대 숨기기',
    seen: '이 시스템에서는 보는 사람에게도 이 막대가 보일 수 있어요.',
  },
  join: {
    title: '{{name}} 님이 화면을 보고 싶어 해요',
    unnamed: '누군가 화면을 보고 싶어 해요',
    answer: '아는 사람만 허용해 주세요.',
    click: '클릭해서 답해 주세요.',
    allow: '허용',
    deny: '거절',
  },
  background: {
    title: '화면을 계속 공유하고 있어요',
    text: 'Sightline이 뒤에서 계속 실행돼요. 공유를 멈추려면 트레이의 아이콘을 눌러 주세요.',
  },
  closing: {
    message: '화면을 계속 공유하고 있어요',
    detail:
      '이 데스크톱에는 Sightline의 트레이 아이콘이 나타나지 않아요. 창을 최소화한 채 계속 공유할 수 있어요.',
    keep: '최소화하고 계속 공유',
    quit: '공유를 멈추고 종료',
    cancel: '취소',
  },
  quitting: {
    message: '공유를 멈추고 종료할까요?',
    detail: '지금 화면을 공유하고 있어요. 종료하면 모두에게서 공유가 끝나요.',
    quit: '공유를 멈추고 종료',
    cancel: '계속 공유',
  },
  shortcut: {
    pause: {
      taken:
        '다른 프로그램이 쓰고 있어서 {{keys}} 키로 일시정지할 수 없어요. 설정에서 다른 키를 골라 주세요.',
      invalid: '이 시스템에 없는 키라서 {{keys}} 키로 일시정지할 수 없어요.',
    },
    stop: {
      taken:
        '다른 프로그램이 쓰고 있어서 {{keys}} 키로 공유를 멈출 수 없어요. 설정에서 다른 키를 골라 주세요.',
      invalid: '이 시스템에 없는 키라서 {{keys}} 키로 공유를 멈출 수 없어요.',
    },
  },
};
