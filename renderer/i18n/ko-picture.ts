import type { Texts } from './texts.ts';

export const picture: Texts['picture'] = {
  quality: '화질',
  choice: {
    auto: '자동',
    'sharp-text': '선명한 글자',
    'smooth-motion': '부드러운 움직임',
    'low-bandwidth': '데이터 절약',
  },
  autoHint: '화면 내용에 맞춰 고릅니다. 지금은 ‘{{profile}}’입니다.',
  hint: {
    'sharp-text': '글자가 항상 또렷합니다. 네트워크가 느리면 움직임이 덜 매끄럽습니다.',
    'smooth-motion': '동영상과 애니메이션이 매끄럽습니다. 네트워크가 느리면 덜 선명합니다.',
    'low-bandwidth': '종량제이거나 붐비는 네트워크에 맞춰 최소한만 보냅니다.',
  },
  appIsFaster: '데스크톱 앱은 브라우저보다 더 빠르게 보여 줍니다.',
  limit: {
    'slow-link': '이 참가자의 네트워크가 느려 프레임을 줄여 보냅니다.',
    'stills-only': '이 참가자의 네트워크가 매우 느려 글자를 정지 화면으로 보냅니다.',
    'busy-processor': '이 컴퓨터가 바빠 화면을 단순하게 보냅니다.',
  },
};
