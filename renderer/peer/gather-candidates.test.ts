import { describe, expect, it, vi } from 'vitest';
import { gatherOn } from './gather-candidates.ts';

function setUp() {
  const target = new EventTarget();
  const connection = {
    iceGatheringState: 'gathering',
    addEventListener: target.addEventListener.bind(target),
    createDataChannel: vi.fn(),
    setLocalDescription: vi.fn(async () => {}),
    close: vi.fn(),
  };
  const open = vi.fn((_: RTCConfiguration) => connection as unknown as RTCPeerConnection);
  const emit = (type: string, fields: object) =>
    target.dispatchEvent(Object.assign(new Event(type), fields));
  return {
    connection,
    open,
    emit,
    emitCandidate: (fields: object) =>
      emit('icecandidate', {
        candidate: { type: 'host', address: '10.0.0.7', port: 4000, relatedPort: null, ...fields },
      }),
    complete() {
      connection.iceGatheringState = 'complete';
      emit('icegatheringstatechange', {});
    },
  };
}

const iceServers = [{ urls: ['turn:relay.example'], username: 'u', credential: 'c' }];
const request = { iceServers, policy: 'relay-only' } as const;
const never = () => new AbortController().signal;

describe('gathering', () => {
  it('tells what came and what went wrong, and closes the connection', async () => {
    const { connection, open, emit, emitCandidate, complete } = setUp();
    const gathering = gatherOn(open, request, never());
    emitCandidate({});
    emitCandidate({ type: 'srflx', address: '203.0.113.9', port: 4001, relatedPort: 4000 });
    emit('icecandidate', { candidate: { type: null, address: null, port: null } });
    emit('icecandidateerror', { url: 'turn:relay.example', errorCode: 401, errorText: 'No.' });
    expect(connection.close).not.toHaveBeenCalled();
    complete();
    expect(await gathering).toEqual({
      candidates: [
        { type: 'host', address: '10.0.0.7', port: 4000, basePort: 0 },
        { type: 'srflx', address: '203.0.113.9', port: 4001, basePort: 4000 },
      ],
      errors: [{ url: 'turn:relay.example', code: 401, text: 'No.' }],
      isComplete: true,
    });
    expect(connection.close).toHaveBeenCalled();
  });

  it('asks by relay only when told so', () => {
    const { open } = setUp();
    void gatherOn(open, request, never());
    expect(open.mock.calls[0]?.[0]).toMatchObject({ iceTransportPolicy: 'relay' });
  });

  it('ends as soon as there is enough', async () => {
    const { connection, open, emitCandidate } = setUp();
    const isEnough = (candidates: readonly { type: string }[]) =>
      candidates.some(({ type }) => type === 'relay');
    const gathering = gatherOn(open, { ...request, isEnough }, never());
    emitCandidate({});
    expect(connection.close).not.toHaveBeenCalled();
    emitCandidate({ type: 'relay' });
    expect((await gathering).candidates).toHaveLength(2);
    expect(connection.close).toHaveBeenCalled();
  });

  it('ends with what there is when it is told to', async () => {
    const { connection, open, emitCandidate } = setUp();
    const ending = new AbortController();
    const gathering = gatherOn(open, request, ending.signal);
    emitCandidate({});
    ending.abort();
    expect(await gathering).toMatchObject({ candidates: [{ type: 'host' }], isComplete: false });
    expect(connection.close).toHaveBeenCalled();
    expect(await gatherOn(open, request, ending.signal)).toMatchObject({ isComplete: false });
    expect(open, 'nothing is opened once it is over').toHaveBeenCalledTimes(1);
  });

  it.each([
    [
      'when the browser takes the servers for broken',
      () =>
        setUp().open.mockImplementation(() => {
          throw new DOMException('', 'SyntaxError');
        }),
    ],
    [
      'when it cannot describe itself',
      () => {
        const { open, connection } = setUp();
        connection.setLocalDescription.mockRejectedValue(new Error('no'));
        return open;
      },
    ],
  ])('never rejects: %s', async (_, open) => {
    const { errors } = await gatherOn(open(), request, never());
    expect(errors).toHaveLength(1);
    expect(errors[0]?.code).toBe(0);
  });
});
