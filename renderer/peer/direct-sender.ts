import { codecOf } from '../stream/codec-order.ts';
import { isSamePlan, type PictureSender, type SenderPlan } from '../stream/picture-sender.ts';

type EncodingWithCodec = RTCRtpEncodingParameters & { codec?: RTCRtpCodec };
type Parameters = RTCRtpSendParameters & { degradationPreference?: string };
type SetParameters = (
  parameters: RTCRtpSendParameters,
  options?: { encodingOptions: { keyFrame: boolean }[] },
) => Promise<void>;

/** Sends what it is shown with an encoder of its own (W3C WebRTC section 5.2). */
export function createDirectSender(sender: RTCRtpSender): PictureSender {
  const setParameters: SetParameters = sender.setParameters.bind(sender);
  let applied: SenderPlan | undefined;
  // Parameters must be read afresh for each change, so changes go one after the other.
  let queue: Promise<unknown> = Promise.resolve();
  const change = (step: () => Promise<void>) => {
    queue = queue.then(step).catch(() => {});
  };

  return {
    show: (track) => sender.replaceTrack(track),
    apply(plan) {
      if (applied && isSamePlan(applied, plan)) return;
      applied = plan;
      change(async () => {
        const parameters: Parameters = sender.getParameters();
        const [encoding] = parameters.encodings;
        if (!encoding) return;
        parameters.degradationPreference = plan.degradationPreference;
        Object.assign(encoding, encodingOf(plan));
        // A browser that cannot switch codecs would refuse all the rest as well.
        await setParameters(withCodec(parameters, plan)).catch(() => setParameters(parameters));
      });
    },
    refresh() {
      // Not every browser can be asked; then the viewer's decoder asks in time.
      change(() =>
        setParameters(sender.getParameters(), { encodingOptions: [{ keyFrame: true }] }),
      );
    },
    close() {},
  };
}

/** What of a plan goes into a sender's encoding. */
export const encodingOf = (plan: SenderPlan): RTCRtpEncodingParameters => ({
  maxBitrate: plan.maxBitrateBps,
  maxFramerate: plan.maxFramerate,
  scaleResolutionDownBy: plan.scaleResolutionDownBy,
});

function withCodec(parameters: Parameters, plan: SenderPlan): Parameters {
  const codec = parameters.codecs.find(({ mimeType }) => codecOf(mimeType) === plan.codec);
  if (!codec) return parameters;
  const encodings = parameters.encodings.map(
    (encoding): EncodingWithCodec => ({ ...encoding, codec }),
  );
  return { ...parameters, encodings };
}
