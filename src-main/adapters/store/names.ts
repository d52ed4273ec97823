/** Gives each id a small number in order of first use, so that indexes can hold four bytes instead of a string. */
export class Names {
  private readonly numbers = new Map<string, number>()
  private readonly names: string[] = []

  /** All names in the order of their numbers. */
  get all(): readonly string[] {
    return this.names
  }

  get size(): number {
    return this.names.length
  }

  numberOf(name: string): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    this.numbers.set(name, this.names.length)
    return this.names.push(name) - 1
  }

  /** Null for a name never given a number. */
  find(name: string): number | null {
    return this.numbers.get(name) ?? null
  }

  nameOf(number: number): string {
    const name = this.names[number]
    if (name === undefined) throw new RangeError(`no name ${number}`)
    return name
  }
}
