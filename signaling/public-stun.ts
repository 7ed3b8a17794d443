/**
 * STUN servers of two operators that anyone may ask for the address the internet sees. They learn
 * that address and nothing of the share.
 */
export const PUBLIC_STUN_URLS = [
  'stun:stun.l.google.com:19302',
  'stun:stun.cloudflare.com:3478',
] as const;
