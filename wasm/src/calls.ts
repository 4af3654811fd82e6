interface CoreExports {
  memory: WebAssembly.Memory;
  handoff_alloc(bytes: number): number;
  handoff_free(pointer: number): void;
}

type CoreFunction = (...arguments_: number[]) => number;

/** Calls of the core: UTF-8 text in, UTF-8 text out. The result lives in the core until the next call: it is copied. */
export class CoreCalls {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();
  private readonly core: CoreExports;
  private stopped: Error | null = null;

  constructor(private readonly functions: WebAssembly.Exports) {
    this.core = functions as unknown as CoreExports;
  }

  /** Throws for ever once the core has trapped: its memory cannot be trusted any more. */
  call(name: string, ...texts: string[]): string {
    if (this.stopped) throw this.stopped;
    const pointers: number[] = [];
    try {
      const passed: number[] = [];
      for (const text of texts) {
        const [pointer, length] = this.write(text);
        pointers.push(pointer);
        passed.push(pointer, length);
      }
      return this.read((this.functions[name] as CoreFunction)(...passed));
    } catch (error) {
      this.stopped = new Error(`the core stopped: ${String(error)}`);
      throw this.stopped;
    } finally {
      if (!this.stopped) for (const pointer of pointers) this.core.handoff_free(pointer);
    }
  }

  private write(text: string): [pointer: number, length: number] {
    const bytes = this.encoder.encode(text);
    const pointer = this.core.handoff_alloc(Math.max(1, bytes.length));
    if (pointer === 0) throw new Error("the core is out of memory");
    new Uint8Array(this.core.memory.buffer, pointer, bytes.length).set(bytes);
    return [pointer, bytes.length];
  }

  private read(result: number): string {
    const [pointer = 0, length = 0] = new Uint32Array(this.core.memory.buffer, result, 2);
    return this.decoder.decode(new Uint8Array(this.core.memory.buffer, pointer, length));
  }
}
