import Module, { register } from 'node:module';
import { electronModule } from '../api/electron-module.ts';

type Load = (id: string, ...rest: unknown[]) => unknown;

const ids = ['electron', 'electron/main', 'electron/common'];
const globalName = 'standInElectron';
const dataUrl = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`;

function provideToRequire(): void {
  const loader = Module as unknown as { _load: Load };
  const load = loader._load;
  loader._load = (id, ...rest) =>
    ids.includes(id) ? electronModule : load.call(Module, id, ...rest);
}

function provideToImport(): void {
  Reflect.set(globalThis, globalName, electronModule);
  const names = Object.keys(electronModule);
  const exports = names.map((name) => `export const ${name} = electron.${name};`).join('\n');
  const url = dataUrl(`const electron = globalThis.${globalName};
export default electron;
${exports}`);
  // Runs in Node's loader thread, which shares nothing with this one.
  register(
    dataUrl(`const ids = new Set(${JSON.stringify(ids)});
export async function resolve(specifier, context, next) {
  if (!ids.has(specifier)) return next(specifier, context);
  return { url: ${JSON.stringify(url)}, shortCircuit: true };
}`),
  );
}

/** Makes `electron` importable by the app, by both module systems. */
export function provideElectron(): void {
  provideToRequire();
  provideToImport();
}
