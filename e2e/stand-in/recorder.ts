export type RecordedCall = { readonly api: string; readonly args: readonly unknown[] };

export const recordedCalls: RecordedCall[] = [];

/** Notes a call that has no visible effect here, so that tests can assert on it. */
export function record(api: string, ...args: unknown[]): void {
  recordedCalls.push({ api, args });
  if (process.env.STAND_IN_LOG) process.stderr.write(`[stand-in] ${api}\n`);
}

/** A function that does nothing but record its calls. */
export function recorded<Result = void>(api: string, result?: Result) {
  return (...args: unknown[]): Result => {
    record(api, ...args);
    return result as Result;
  };
}
