/** Runs in a page: keeps its WebRTC connections where a journey can read their statistics. */
export function rememberConnections(): void {
  const Original = RTCPeerConnection;
  const connections: RTCPeerConnection[] = [];
  Object.assign(globalThis, {
    rtcConnections: connections,
    RTCPeerConnection: class extends Original {
      readonly openedAtMs = performance.now();
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        connections.push(this);
      }
    },
  });
}
