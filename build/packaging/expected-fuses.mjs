import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** As they stand in the program: the characters 1 and 0. */
const on = '1'.charCodeAt(0);
const off = '0'.charCodeAt(0);

/** What a released program must and must not do, whoever starts it. */
export const expectedFuses = /** @type {const} */ ([
  ['is no Node for whoever sets ELECTRON_RUN_AS_NODE', FuseV1Options.RunAsNode, off],
  ['keeps its cookies encrypted', FuseV1Options.EnableCookieEncryption, on],
  ['does not read NODE_OPTIONS', FuseV1Options.EnableNodeOptionsEnvironmentVariable, off],
  ['opens no debugger for --inspect', FuseV1Options.EnableNodeCliInspectArguments, off],
  ['checks its archive', FuseV1Options.EnableEmbeddedAsarIntegrityValidation, on],
  ['runs nothing but its archive', FuseV1Options.OnlyLoadAppFromAsar, on],
  ['gives file: pages no powers', FuseV1Options.GrantFileProtocolExtraPrivileges, off],
]);

/**
 * What a program does otherwise than it must.
 * @param {string} program
 */
export async function wrongFuses(program) {
  const wire = await getCurrentFuseWire(program);
  return expectedFuses.filter(([, fuse, state]) => wire[fuse] !== state).map(([what]) => what);
}
