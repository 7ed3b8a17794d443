// The part of simple-peer that peer.ts uses. The published types bring all of Node's along, and the
// page must not compile against those.
declare module 'simple-peer' {
  type Options = {
    initiator: boolean;
    trickle: boolean;
    config: RTCConfiguration;
    /** Applied to every description before it becomes the local one. */
    sdpTransform?: (sdp: string) => string;
  };
  type Listeners = {
    signal: (signal: unknown) => void;
    stream: (stream: MediaStream) => void;
    error: (error: Error) => void;
    close: () => void;
  };
  export default class SimplePeer {
    static readonly WEBRTC_SUPPORT: boolean;
    constructor(options: Options);
    /** Not documented, but the only way to the connection itself. */
    readonly _pc: RTCPeerConnection;
    on<Name extends keyof Listeners>(name: Name, listener: Listeners[Name]): this;
    signal(signal: string): void;
    /** Offers anew; once, however often it is called before the answer. */
    negotiate(): void;
    addTransceiver(kind: 'audio' | 'video', init: RTCRtpTransceiverInit): void;
    destroy(error?: Error): void;
  }
}
