interface Appointment {
  readonly id: string
  at: number
  place: number
}

/**
 * When what has to be looked at: a heap with an index, so that an id's time can be changed in O(log n). Two ids
 * at the same time come in the order of their names, so that every process sees the same order.
 */
export class Agenda {
  private readonly heap: Appointment[] = []
  private readonly byId = new Map<string, Appointment>()

  get size(): number {
    return this.heap.length
  }

  /** Sets an id's time (epoch ms), or takes it off with null. */
  update(id: string, at: number | null): void {
    const known = this.byId.get(id)
    if (at === null) {
      if (known) this.remove(known)
    } else if (!known) {
      const added = { id, at, place: this.heap.length }
      this.byId.set(id, added)
      this.heap.push(added)
      this.rise(added)
    } else if (known.at !== at) {
      known.at = at
      this.rise(known)
      this.sink(known)
    }
  }

  /** The earliest time of all (epoch ms); null for an empty agenda. */
  next(): number | null {
    return this.heap[0]?.at ?? null
  }

  /** Ids whose time has come at `now`, earliest first. They stay until updated. */
  due(now: number): readonly string[] {
    const due: Appointment[] = []
    const places = [0]
    for (let place = places.pop(); place !== undefined; place = places.pop()) {
      const one = this.heap[place]
      if (!one || one.at > now) continue
      due.push(one)
      places.push(2 * place + 1, 2 * place + 2)
    }
    return due.sort((one, other) => (isBefore(one, other) ? -1 : 1)).map(({ id }) => id)
  }

  private remove(gone: Appointment): void {
    this.byId.delete(gone.id)
    const last = this.heap.pop()
    if (!last || last === gone) return
    this.put(last, gone.place)
    this.rise(last)
    this.sink(last)
  }

  private rise(one: Appointment): void {
    while (one.place > 0) {
      const parent = this.heap[(one.place - 1) >> 1]
      if (!parent || !isBefore(one, parent)) return
      this.swap(one, parent)
    }
  }

  private sink(one: Appointment): void {
    for (;;) {
      const left = this.heap[2 * one.place + 1]
      const right = this.heap[2 * one.place + 2]
      const child = right && left && isBefore(right, left) ? right : left
      if (!child || !isBefore(child, one)) return
      this.swap(one, child)
    }
  }

  private swap(one: Appointment, other: Appointment): void {
    const { place } = one
    this.put(one, other.place)
    this.put(other, place)
  }

  private put(one: Appointment, place: number): void {
    one.place = place
    this.heap[place] = one
  }
}

function isBefore(one: Appointment, other: Appointment): boolean {
  return one.at === other.at ? one.id < other.id : one.at < other.at
}
