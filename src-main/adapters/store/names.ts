/** Gives each id a small number in order of first use, so that indexes can hold four bytes instead of a string. */
export class Names {
  private readonly known: string[] = []
  /** JSON of names that come behind {@link known} and are read when somebody asks for a name. */
  private unread: Buffer[] = []
  private count = 0
  /** Made when first asked. */
  private numbers: Map<string, number> | null = null

  /** How many names have a number. */
  get size(): number {
    return this.count
  }

  /** Adds the next `count` names, as {@link jsonOf} wrote them. */
  addLater(json: Buffer, count: number): void {
    if (count === 0) return
    this.unread.push(json)
    this.count += count
  }

  /** JSON of the names numbered `from` up to, not including, `to`. */
  jsonOf(from: number, to: number): Buffer {
    return Buffer.from(JSON.stringify(this.all().slice(from, to)))
  }

  numberOf(name: string): number {
    const numbers = this.byName()
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, this.count++)
    return this.known.push(name) - 1
  }

  /** Null for a name never given a number. */
  find(name: string): number | null {
    return this.byName().get(name) ?? null
  }

  nameOf(number: number): string {
    const name = this.all()[number]
    if (name === undefined) throw new RangeError(`no name ${number}`)
    return name
  }

  private all(): readonly string[] {
    for (const json of this.unread.splice(0))
      for (const name of JSON.parse(json.toString('utf8')) as readonly string[]) {
        this.numbers?.set(name, this.known.length)
        this.known.push(name)
      }
    return this.known
  }

  private byName(): Map<string, number> {
    const all = this.all()
    this.numbers ??= new Map(all.map((name, number) => [name, number]))
    return this.numbers
  }
}
