import { type ReactNode, useEffect, useRef } from 'react';

type Props = {
  /** Another value means another screen or phase. */
  readonly screen: string;
  readonly className?: string;
  readonly children: ReactNode;
};

/** Takes the focus on arrival, so that keyboards and screen readers start at the top. */
export function ScreenHeading({ screen, className, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen is the trigger
  useEffect(() => heading.current?.focus(), [screen]);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
