import {
  type HostMessage,
  isolatedWorldName,
  type PageMessage,
  pageBinding,
  pageDelivery,
} from '../messages.ts';
import { deserialize, serialize } from '../serializer.ts';
import type { PageSession } from './page-target.ts';

export type PageChannel = {
  listen(session: PageSession, onMessage: (message: PageMessage) => void): Promise<unknown>;
  /** Kept back until the page's preload has run. */
  deliver(message: HostMessage): void;
};

export function createPageChannel(): PageChannel {
  const undelivered: string[] = [];
  let session: PageSession | undefined;
  let isolatedContext: number | undefined;

  function evaluate(text: string): void {
    const expression = `${pageDelivery}(${JSON.stringify(text)})`;
    // A page that is gone by now cannot be told anything, as in Electron.
    session?.send('Runtime.evaluate', { expression, contextId: isolatedContext }).catch(() => {});
  }

  function becomeReady(context: number): void {
    isolatedContext = context;
    for (const text of undelivered.splice(0)) evaluate(text);
  }

  return {
    listen(pageSession, onMessage) {
      session = pageSession;
      session.on('Runtime.executionContextsCleared', () => {
        isolatedContext = undefined;
      });
      session.on<{ name: string; payload: string; executionContextId: number }>(
        'Runtime.bindingCalled',
        ({ name, payload, executionContextId }) => {
          if (name !== pageBinding) return;
          const message = deserialize(payload) as PageMessage;
          if (message.type === 'ready') becomeReady(executionContextId);
          else onMessage(message);
        },
      );
      return session.send('Runtime.addBinding', {
        name: pageBinding,
        executionContextName: isolatedWorldName,
      });
    },
    deliver(message) {
      const text = serialize(message);
      if (isolatedContext === undefined) undelivered.push(text);
      else evaluate(text);
    },
  };
}
