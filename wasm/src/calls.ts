interface ModuleExports {
  memory: WebAssembly.Memory;
  handoff_alloc(bytes: number): number;
  handoff_free(pointer: number): void;
}

type ModuleFunction = (...arguments_: number[]) => number;

const leastRoom = 1024;
/** UTF-8 needs at most three bytes for a UTF-16 unit. */
const bytesPerUnit = 3;
const fewUnits = 128;
const firstBeyondAscii = 0x80;

/**
 * Calls of one module: UTF-8 text in, UTF-8 text out. Texts are written into one piece of the module's memory, which
 * grows when it must; half of a surrogate pair becomes U+FFFD. The answer lives in the module until the next call: it is
 * copied.
 */
export class ModuleCalls {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();
  private readonly module: ModuleExports;
  private readonly functions: Record<string, ModuleFunction>;
  private bytes = new Uint8Array(0);
  private words = new Uint32Array(0);
  private pointer = 0;
  private room = 0;
  private stopped: Error | null = null;

  constructor(exports_: WebAssembly.Exports) {
    this.module = exports_ as unknown as ModuleExports;
    this.functions = exports_ as Record<string, ModuleFunction>;
  }

  /** What `read` makes of the answer to one text, where it lies: `bytes` are the module's memory. */
  callWith<T>(
    name: string,
    text: string,
    read: (bytes: Uint8Array, at: number, size: number) => T,
  ): T {
    const answer = this.ask(name, text);
    this.look();
    const word = answer >>> 2;
    return read(this.bytes, this.words[word] as number, this.words[word + 1] as number);
  }

  private ask(name: string, text: string): number {
    if (this.stopped) throw this.stopped;
    try {
      this.reserve(text.length * bytesPerUnit);
      const size = this.write(text, this.pointer);
      return (this.functions[name] as ModuleFunction)(this.pointer, size);
    } catch (error) {
      this.stopped = new Error(`the core stopped: ${String(error)}`);
      throw this.stopped;
    }
  }

  /** Throws for ever once the module has trapped: its memory cannot be trusted any more. */
  call(name: string, ...texts: string[]): string {
    if (this.stopped) throw this.stopped;
    let units = 0;
    for (const text of texts) units += text.length;
    try {
      this.reserve(units * bytesPerUnit);
      const passed: number[] = [];
      let at = this.pointer;
      for (const text of texts) {
        const size = this.write(text, at);
        passed.push(at, size);
        at += size;
      }
      return this.read((this.functions[name] as ModuleFunction)(...passed));
    } catch (error) {
      this.stopped = new Error(`the core stopped: ${String(error)}`);
      throw this.stopped;
    }
  }

  private reserve(bytes: number): void {
    if (bytes <= this.room) return;
    this.module.handoff_free(this.pointer);
    this.room = Math.max(bytes, 2 * this.room, leastRoom);
    this.pointer = this.module.handoff_alloc(this.room);
    if (this.pointer === 0) throw new Error("out of memory");
  }

  private write(text: string, at: number): number {
    this.look();
    // For a short text of ASCII the encoder's call would cost more than its work.
    const shortest = Math.min(text.length, fewUnits);
    let i = 0;
    for (; i < shortest; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= firstBeyondAscii) break;
      this.bytes[at + i] = unit;
    }
    if (i === text.length) return i;
    return this.encoder.encodeInto(text, this.bytes.subarray(at, this.pointer + this.room)).written;
  }

  private read(answer: number): string {
    this.look();
    const at = this.words[answer >>> 2] ?? 0;
    const size = this.words[(answer >>> 2) + 1] ?? 0;
    return this.decoder.decode(this.bytes.subarray(at, at + size));
  }

  /** Memory that grew is another buffer, and views of the old one are empty. */
  private look(): void {
    if (this.bytes.length > 0) return;
    this.bytes = new Uint8Array(this.module.memory.buffer);
    this.words = new Uint32Array(this.module.memory.buffer);
  }
}
