/** An ordinary signal of about this many characters. */
export function signalOfLength(length: number): string {
  const signal = { type: 'signal', peerId: '0'.repeat(32), sequence: 1, payload: '' };
  const payload = 'a'.repeat(Math.max(1, length - JSON.stringify(signal).length));
  return JSON.stringify({ ...signal, payload });
}
