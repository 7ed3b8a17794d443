import type { Texts } from './texts.ts';

export const update = {
  label: '새 버전',
  ready: 'Sightline {{version}} 버전이 준비됐어요.',
  readyHint: '나중에 하면 앱을 끌 때 설치돼요.',
  restart: '지금 다시 시작',
  later: '나중에',
  elsewhere: 'Sightline {{version}} 버전이 나왔어요.',
  elsewhereHint: '처음 설치했던 방법으로 새 버전을 설치해 주세요.',
  open: '다운로드 페이지 열기',
} satisfies Texts['update'];
