import { QUALITY_CHOICES, type QualityChoice } from '../../stream/profile.ts';
import type { Memory } from '../memory.ts';

/** What this person wants pictures to be made for; decided by content unless they chose. */
export function readQualitySetting(memory: Pick<Memory, 'read'>): QualityChoice {
  const kept = memory.read('sightline.quality');
  return QUALITY_CHOICES.find((choice) => choice === kept) ?? 'auto';
}

export function writeQualitySetting(memory: Pick<Memory, 'write'>, choice: QualityChoice): void {
  memory.write('sightline.quality', choice);
}
