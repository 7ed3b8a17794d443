import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { publicUrlSchema } from '../options.ts';

export const DOCTOR_USAGE = [
  'Usage: sightline-signaling doctor URL [--json]',
  '',
  'Looks at a deployment from outside, such as https://share.example.org: its name, certificate,',
  'service and relays. It opens a room for a moment, and sends nothing to anybody but those.',
  '',
  'Ends with 0 when all is well, with 1 when there are warnings, with 2 when something failed.',
  '',
].join('\n');

/** What the doctor is asked. */
export type DoctorRequest =
  | { readonly name: 'doctor'; readonly url: string; readonly isJson: boolean }
  | { readonly name: 'doctor-help' }
  | { readonly name: 'mistake'; readonly sentence: string };

/** Reads what stands behind `doctor` on the command line. Never throws. */
export function parseDoctor(argv: readonly string[]): DoctorRequest {
  const { tokens } = parseArgs({ args: [...argv], strict: false, tokens: true, options: flags });
  const urls: string[] = [];
  let isJson = false;
  for (const token of tokens) {
    if (token.kind === 'positional') urls.push(token.value);
    else if (token.kind === 'option' && token.name === 'json') isJson = true;
    else if (token.kind === 'option' && ['help', 'h'].includes(token.name)) {
      return { name: 'doctor-help' };
    } else if (token.kind === 'option') {
      return mistake(`Unknown option ${JSON.stringify(token.rawName)}.`);
    }
  }
  const [url, ...more] = urls;
  if (url === undefined || more.length > 0) return mistake('doctor needs one address.');
  if (!z.safeParse(publicUrlSchema, url).success) {
    return mistake(
      `doctor was given ${JSON.stringify(url)}; allowed is an http or https address without a path, such as https://share.example.org.`,
    );
  }
  return { name: 'doctor', url, isJson };
}

const flags = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function mistake(sentence: string): DoctorRequest {
  return { name: 'mistake', sentence };
}
