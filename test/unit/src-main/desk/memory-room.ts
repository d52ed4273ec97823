import type { OutgoingRoom } from '../../../../src-main/desk/spent-files'

/** A room of files that forgets with the process, and remembers what was done in it. */
export class MemoryRoom implements OutgoingRoom {
  readonly files = new Map<string, Uint8Array>()
  readonly removed: string[] = []
  isFull = false
  private made = 0

  async keep(name: string, bytes: Uint8Array): Promise<string> {
    const path = `${++this.made}-${name}`
    await this.keepAs(path, bytes)
    return path
  }

  async keepAs(path: string, bytes: Uint8Array): Promise<void> {
    if (this.isFull) throw new Error('no room')
    this.files.set(path, bytes)
  }

  async read(path: string): Promise<Uint8Array> {
    const bytes = this.files.get(path)
    if (!bytes) throw new Error(`${path} is not there`)
    return bytes
  }

  async has(path: string): Promise<boolean> {
    return this.files.has(path)
  }

  async remove(path: string): Promise<void> {
    this.removed.push(path)
    this.files.delete(path)
  }

  async list(): Promise<readonly string[]> {
    return [...this.files.keys()]
  }

  resolve(path: string): string {
    throw new Error(`${path} needs no folder here`)
  }
}
