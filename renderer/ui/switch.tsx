type Props = {
  readonly label: string;
  readonly isOn: boolean;
  readonly describedBy?: string | undefined;
  readonly onSwitch: (isOn: boolean) => void;
};

export function Switch({ label, isOn, describedBy, onSwitch }: Props) {
  return (
    <label className="switch">
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        aria-describedby={describedBy}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
