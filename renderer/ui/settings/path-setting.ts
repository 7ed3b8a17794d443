import type { PathPolicy } from '../../peer/path-policy.ts';
import type { Memory } from '../memory.ts';

export const pathPolicies = ['any', 'lan-only', 'relay-only'] as const satisfies PathPolicy[];

/** How this person lets pictures travel; any way unless they chose otherwise in this browser. */
export function readPathSetting(memory: Pick<Memory, 'read'>): PathPolicy {
  const kept = memory.read('sightline.path');
  return pathPolicies.find((policy) => policy === kept) ?? 'any';
}

export function writePathSetting(memory: Pick<Memory, 'write'>, policy: PathPolicy): void {
  memory.write('sightline.path', policy);
}
