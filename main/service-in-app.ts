import { readEnvironment } from '../signaling/cli-options.ts';
import { createLog } from '../signaling/log.ts';
import { type SignalingServer, startSignalingServer } from '../signaling/server.ts';

type ServiceInApp = { readonly port: number; readonly webRoot: string; readonly version: string };

/** Starts the service. Loaded by `import()`, so that the first window does not wait for its code. */
export function startServiceInApp(options: ServiceInApp): Promise<SignalingServer> {
  return startSignalingServer(
    { ...readEnvironment(process.env), ...options },
    { log: createLog('info', process.stderr) },
  );
}
