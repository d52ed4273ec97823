/** Something that keeps bytes for somebody, and can do without. */
export interface Holder {
  /** There is not enough for all: give back what you hold. */
  cutBack(): void
}

/**
 * What all together may keep in memory for clients that are slow to send, to
 * read or to acknowledge. Whoever holds most goes first when it is used up, so
 * that a few who hoard cost nobody else anything.
 */
export class Budget {
  private readonly held = new Map<Holder, number>()
  private spent = 0

  constructor(private readonly most: number) {}

  get bytes(): number {
    return this.spent
  }

  /** Sets how many bytes somebody holds just now; 0 forgets them. */
  set(holder: Holder, bytes: number): void {
    this.spent += bytes - (this.held.get(holder) ?? 0)
    if (bytes === 0) this.held.delete(holder)
    else this.held.set(holder, bytes)
    while (this.spent > this.most) this.cutBackGreediest()
  }

  private cutBackGreediest(): void {
    let [greediest, most] = [undefined as Holder | undefined, 0]
    for (const [holder, bytes] of this.held) if (bytes > most) [greediest, most] = [holder, bytes]
    if (greediest === undefined) return
    this.held.delete(greediest)
    this.spent -= most
    greediest.cutBack()
  }
}
