import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../../../e2e/network/lab/command.ts';

/** The C programs of this folder, compiled. */
export type Programs = { readonly screenProbe: string; readonly wire: string };

/**
 * Compiles what must be quick: looking at a screen a thousand times a second, and passing frames on.
 * @param folder where the programs go
 * @throws an Error that names Debian's packages where the compiler or a header is missing
 */
export async function compilePrograms(folder: string): Promise<Programs> {
  await mkdir(folder, { recursive: true });
  const compile = async (name: string, libraries: readonly string[]): Promise<string> => {
    const program = path.join(folder, name);
    const source = path.join(import.meta.dirname, `${name}.c`);
    await run('gcc', ['-O2', '-o', program, source, ...libraries]).catch((cause: unknown) => {
      throw new Error(
        'bench:picture compiles small C programs. Install them first: apt-get install -y gcc libc6-dev libx11-dev libxext-dev',
        { cause },
      );
    });
    return program;
  };
  const [screenProbe, wire] = await Promise.all([
    compile('screen-probe', ['-lX11', '-lXext']),
    compile('wire', []),
  ]);
  return { screenProbe, wire };
}
