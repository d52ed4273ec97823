/** Gives each id a small number in order of first use, so that indexes can hold four bytes instead of a string. */
export class Names {
  private readonly names: string[]
  /** Made when first asked: most lists of names are only read. */
  private numbers: Map<string, number> | null = null

  constructor(names: readonly string[] = []) {
    this.names = [...names]
  }

  /** All names in the order of their numbers. */
  get all(): readonly string[] {
    return this.names
  }

  numberOf(name: string): number {
    const numbers = this.byName()
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, this.names.length)
    return this.names.push(name) - 1
  }

  /** Null for a name never given a number. */
  find(name: string): number | null {
    return this.byName().get(name) ?? null
  }

  nameOf(number: number): string {
    const name = this.names[number]
    if (name === undefined) throw new RangeError(`no name ${number}`)
    return name
  }

  private byName(): Map<string, number> {
    this.numbers ??= new Map(this.names.map((name, number) => [name, number]))
    return this.numbers
  }
}
