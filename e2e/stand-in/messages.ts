// What travels between a page's isolated world and the main process.
export type PageRequest =
  | { kind: 'invoke'; channel: string; args: unknown[] }
  | { kind: 'permission'; permission: string; mediaTypes?: string[] }
  | { kind: 'display-media'; video: boolean; audio: boolean }
  | { kind: 'display-media-settled' }
  | { kind: 'window-open'; url: string; frameName: string; features: string; disposition: string };

export type PageMessage =
  | { type: 'ready' }
  | { type: 'send'; channel: string; args: unknown[] }
  | { type: 'focus'; focused: boolean }
  | { type: 'preload-error'; path: string; error: unknown }
  | { type: 'request'; id: number; request: PageRequest };

export type HostMessage =
  | { type: 'reply'; id: number; ok: true; value: unknown }
  | { type: 'reply'; id: number; ok: false; error: string }
  | { type: 'event'; channel: string; args: unknown[] };

export type Refusal = { ok: false; name: string; message: string };
/** The track carries the name that the app gave the source. */
export type DisplayMediaAnswer = { ok: true; surface: 'screen' | 'window'; name: string } | Refusal;
export type PermissionAnswer = { ok: true } | Refusal;

export type PageConfig = {
  preloadPath: string;
  argv: string[];
  versions: Record<string, string | undefined>;
  platform: string;
};

export const pageBinding = 'standInPost';
export const pageDelivery = 'standInDeliver';
export const isolatedWorldName = 'Electron Isolated Context';
