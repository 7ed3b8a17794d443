import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import type { PageConfig } from '../messages.ts';
import { pageScript as isolatedWorldScript } from '../page/isolated-world.ts?page-script';
import { pageScript as mainWorldScript } from '../page/main-world.ts?page-script';

export type PageScripts = { readonly mainWorld: string; readonly isolatedWorld: string };

// The window's empty first page and pages in frames get no scripts.
const guarded = (code: string): string => `(() => {
if (window !== window.top || /^(data|about|chrome-error):/.test(location.href)) return;
${code}
})();`;

// Parsed here because a syntax error in the preload must not take the stand-in's part along.
function preloadFunction(path: string, onError: (error: unknown) => void): string {
  if (!path) return 'null';
  try {
    const body = readFileSync(path, 'utf8');
    const code = `(function (require, module, exports, process, global) {${body}\n})`;
    new Script(code, { filename: path });
    return code;
  } catch (error) {
    onError(error);
    return 'null';
  }
}

/** The code for both worlds of a page, which talk over two event names only they know. */
export function createPageScripts(
  config: PageConfig,
  onPreloadError: (error: unknown) => void,
): PageScripts {
  const toMain = `stand-in-${randomBytes(8).toString('hex')}`;
  const toIsolated = `stand-in-${randomBytes(8).toString('hex')}`;
  const constants = (values: Record<string, string>): string =>
    Object.entries(values)
      .map(([name, value]) => `const ${name} = ${value};\n`)
      .join('');
  return {
    mainWorld: guarded(
      constants({
        standInOutgoing: JSON.stringify(toIsolated),
        standInIncoming: JSON.stringify(toMain),
      }) + mainWorldScript,
    ),
    isolatedWorld: guarded(
      constants({
        standInOutgoing: JSON.stringify(toMain),
        standInIncoming: JSON.stringify(toIsolated),
        standInConfig: JSON.stringify(config),
        standInPreload: preloadFunction(config.preloadPath, onPreloadError),
      }) + isolatedWorldScript,
    ),
  };
}
