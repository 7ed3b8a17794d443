export type LaunchArguments = {
  readonly entry: string;
  readonly showVersion: boolean;
  readonly inspect: boolean;
  readonly openDebuggingPort: boolean;
};

/** `electron [switches] <app folder or main file> [the app's own arguments]`. */
export function parseLaunchArguments(args: readonly string[]): LaunchArguments {
  const has = (prefix: string): boolean => args.some((argument) => argument.startsWith(prefix));
  return {
    entry: args.find((argument) => !argument.startsWith('-')) ?? '.',
    showVersion: args[0] === '--version' || args[0] === '-v',
    inspect: has('--inspect'),
    openDebuggingPort: has('--remote-debugging-port'),
  };
}
