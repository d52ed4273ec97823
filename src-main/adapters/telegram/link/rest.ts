/** A pause that can be cut short. */
export class Rest {
  private wakeUp: () => void = () => {}
  private isOver = false

  async for(ms: number): Promise<void> {
    if (this.isOver) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.wakeUp = () => {}
  }

  cut(): void {
    this.wakeUp()
  }

  /** Cuts the pause there is and every one that is asked for later: whoever stops waits for nothing. */
  end(): void {
    this.isOver = true
    this.wakeUp()
  }
}
