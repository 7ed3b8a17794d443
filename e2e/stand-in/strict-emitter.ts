import { EventEmitter } from 'node:events';
import { supportedOnly, unsupported } from './supported-only.ts';

/** An emitter that refuses listeners for events it never emits, and members it does not have. */
export class StrictEmitter extends EventEmitter {
  constructor(name: string, events: readonly string[]) {
    super();
    const supported = new Set<string | symbol>(events);
    this.on('newListener', (event: string | symbol) => {
      if (!supported.has(event)) unsupported(`${name} event '${String(event)}'`);
    });
  }
}

// At the end of the prototype chain the guard sees only the members that nothing else defines, so
// instances keep their identity.
Object.setPrototypeOf(StrictEmitter.prototype, supportedOnly(undefined, EventEmitter.prototype));
