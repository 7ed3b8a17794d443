import type { Texts } from './texts.ts';

export const picture: Texts['picture'] = {
  quality: '화질',
  choice: {
    auto: '자동',
    'sharp-text': '선명한 글자',
    'smooth-motion': '부드러운 움직임',
    'low-bandwidth': '데이터 절약',
  },
  autoHint: '화면 내용에 맞춰 골라요. 지금은 ‘{{profile}}’에 맞추고 있어요.',
  hint: {
    'sharp-text': '글자가 항상 또렷해요. 네트워크가 느리면 움직임이 덜 매끄러워요.',
    'smooth-motion': '동영상과 애니메이션이 매끄러워요. 네트워크가 느리면 덜 선명해요.',
    'low-bandwidth': '종량제이거나 붐비는 네트워크에 맞춰 최소한만 보내요.',
  },
  appIsFaster: '데스크톱 앱은 브라우저보다 더 빨리 보여 줘요.',
  limit: {
    'slow-link': '이 사람의 네트워크가 느려서 프레임을 줄여 보내고 있어요.',
    'stills-only': '이 사람의 네트워크가 아주 느려서 글자를 정지 화면으로 보내고 있어요.',
    'busy-processor': '이 컴퓨터가 바빠서 화면을 단순하게 보내고 있어요.',
  },
};
