let context: AudioContext | null = null;

/** Browsers allow sound after the first gesture only; this waits for it. */
export function readyChime(): void {
  const unlock = () => {
    context ??= new AudioContext();
    void context.resume();
  };
  addEventListener("pointerdown", unlock, { once: true });
  addEventListener("keydown", unlock, { once: true });
}

/** Two short notes and a long one, soft: dot, dot, bar. Silent before the first gesture. */
export function playChime(): void {
  if (!context) return;
  const start = context.currentTime + 0.02;
  note(context, start, 0.07, 660);
  note(context, start + 0.14, 0.07, 660);
  note(context, start + 0.28, 0.3, 880);
}

function note(audio: AudioContext, at: number, seconds: number, hertz: number): void {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.type = "sine";
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.12, at + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.001, at + seconds + 0.12);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + seconds + 0.15);
}
