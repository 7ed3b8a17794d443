export type CancellableEvent = { preventDefault(): void; readonly defaultPrevented: boolean };

export function createEvent<Details extends object>(details: Details): Details & CancellableEvent {
  let prevented = false;
  return Object.defineProperties(
    { ...details },
    {
      preventDefault: {
        value: () => {
          prevented = true;
        },
      },
      defaultPrevented: { get: () => prevented },
    },
  ) as Details & CancellableEvent;
}
