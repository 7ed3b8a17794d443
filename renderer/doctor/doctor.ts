import type { IceServer, Role } from '../../signaling/protocol.ts';
import { createStore } from '../connection/store.ts';
import { type Cause, diagnose } from './diagnosis.ts';
import { type Check, checks, type Finding, type Findings, outcomesOf } from './findings.ts';
import { createReport, type ReportedApp } from './report.ts';
import { askIceServers, type DoctorDeps, type DoctorTarget, runDoctor } from './run-doctor.ts';

export type DoctorState = {
  readonly findings: { readonly [C in Check]?: Finding<C> };
  readonly running: readonly Check[];
  /** `null` until every check is through. */
  readonly result: { readonly cause: Cause; readonly report: string } | null;
};

export type Examination = DoctorTarget & {
  /** What the person was about to do; `null` when that is not known. */
  readonly purpose: Role | null;
};

/** Finds out why a connection does not come about. */
export type Doctor = {
  getState(): DoctorState;
  subscribe(listener: () => void): () => void;
  /** Checks everything anew; ends the examination before. */
  examine(examination: Examination): void;
  /** Ends the examination, if there is one, and forgets what it found. */
  stop(): void;
  /** What the server of a share from here tells people to connect with; `null` without an answer. */
  askIceServers(signal: AbortSignal): Promise<readonly IceServer[] | null>;
};

const UNEXAMINED: DoctorState = { findings: {}, running: [], result: null };

export function createDoctor(deps: DoctorDeps, app: ReportedApp): Doctor {
  const store = createStore<DoctorState>(UNEXAMINED);
  let ending = new AbortController();

  const run = async (examination: Examination, signal: AbortSignal) => {
    const update = (change: Partial<DoctorState>) => {
      if (!signal.aborted) store.set({ ...store.get(), ...change });
    };
    const tell = {
      begin: (...begun: Check[]) => update({ running: [...store.get().running, ...begun] }),
      found: <C extends Check>(check: C, finding: Finding<C>) => {
        const { findings, running } = store.get();
        update({
          findings: { ...findings, [check]: finding },
          running: running.filter((other) => other !== check),
        });
      },
    };
    await runDoctor(examination, tell, deps, signal);
    const { findings } = store.get();
    if (!isComplete(findings)) return;
    const policy = deps.pathPolicy();
    const cause = diagnose(outcomesOf(findings), { purpose: examination.purpose, policy });
    update({ result: { cause, report: createReport(app, policy, findings, cause) } });
  };

  return {
    getState: store.get,
    subscribe: store.subscribe,
    examine(examination) {
      ending.abort();
      ending = new AbortController();
      store.set(UNEXAMINED);
      void run(examination, ending.signal);
    },
    stop() {
      ending.abort();
      store.set(UNEXAMINED);
    },
    askIceServers: (signal) => askIceServers(deps, signal),
  };
}

const isComplete = (findings: DoctorState['findings']): findings is Findings =>
  checks.every((check) => findings[check] !== undefined);
