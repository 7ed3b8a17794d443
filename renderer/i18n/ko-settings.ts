import type { Texts } from './texts.ts';

export const settings = {
  open: '설정',
  path: '화면을 보내는 방법',
  pathScope: '지금부터 새로 맺는 모든 연결에 적용돼요.',
  policy: {
    any: '자동',
    'lan-only': '내부 네트워크만',
    'relay-only': '중계 서버로만',
  },
  policyHint: {
    any: '가능하면 직접 보내고, 안 되면 중계 서버를 거쳐요.',
    'lan-only':
      '화면이 내부 네트워크를 벗어나지 않아요. 다른 곳에 있는 동료와는 연결할 수 없어요. 두 네트워크를 잇는 VPN은 내부로 봐요.',
    'relay-only':
      '상대방이 내 네트워크 주소를 알 수 없어요. 서버에 중계 서버가 있어야 하고, 조금 느릴 수 있어요.',
  },
  servers: '연결을 도와주는 서버',
  asking: '서버에 물어보고 있어요…',
  notAnswered: '서버가 응답하지 않아 지금은 알 수 없어요.',
  none: '없어요. 서버가 STUN 서버나 중계 서버를 제공하지 않아요.',
  publicStun: '공개 STUN 서버: {{servers}}. 내 네트워크 주소는 알 수 있지만 화면은 볼 수 없어요.',
  ownStun: 'STUN 서버: {{servers}}. 내 네트워크 주소는 알 수 있지만 화면은 볼 수 없어요.',
  relays:
    '중계 서버: {{servers}}. 내 네트워크 주소를 알고 암호화된 화면을 전달하지만, 내용은 볼 수 없어요.',
  operatedBy: '{{server}} ({{operator}} 운영)',
  notUsed: '‘내부 네트워크만’을 고르면 이 서버들을 쓰지 않아요.',
  onlyRelays: '‘중계 서버로만’을 고르면 중계 서버만 써요.',
  close: '완료',
} satisfies Texts['settings'];

export const path = {
  route: {
    direct: '직접 연결',
    'through-nat': '공유기를 거쳐 직접 연결',
  },
  relayedOver: { udp: 'UDP로 중계', tcp: 'TCP로 중계', tls: 'TLS로 중계' },
  title: '화면이 전달되는 길',
  about: '화면이 전달되는 길: {{route}}',
  aboutTo: '{{name}} 님에게 화면이 전달되는 길: {{route}}',
  explanation: {
    direct: '화면이 같은 네트워크 안에서 기기에서 기기로 바로 전달돼요.',
    'through-nat':
      '화면이 두 네트워크의 공유기를 지나 기기에서 기기로 바로 전달돼요. 중간에 서버가 없어요.',
    relayed:
      '직접 연결할 길이 없거나 원하지 않아서, 중계 서버가 암호화된 화면을 전달하고 있어요. 중계 서버는 내용을 볼 수 없어요.',
  },
  slower: 'TCP나 TLS로 중계하면 네트워크가 불안정할 때 화면이 늦어질 수 있어요.',
  roundTrip: '{{ms}}ms',
  roundTripLong: '신호가 갔다 오는 데 {{ms}}ms 걸려요.',
  loss: '손실 {{percent}}',
  lossLong: '최근 패킷 100개 중 {{lost}}개가 손실됐어요.',
  noLoss: '최근 손실된 패킷이 없어요.',
} satisfies Texts['path'];
