/** The system's own switch, as `powerSaveBlocker` offers it. */
export interface PowerSwitch {
  start(type: 'prevent-display-sleep'): number;
  stop(id: number): boolean;
}

/** Keeps computer and display awake while it is needed. Asked for the same again it does nothing. */
export function createKeepAwake(power: PowerSwitch): (isNeeded: boolean) => void {
  let running: number | null = null;
  return (isNeeded) => {
    if (isNeeded === (running !== null)) return;
    if (running === null) {
      running = power.start('prevent-display-sleep');
    } else {
      power.stop(running);
      running = null;
    }
  };
}
