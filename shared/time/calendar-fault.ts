/** A calendar or a question to it that cannot be answered. `place` names the field, `message` says why. */
export class CalendarFault extends Error {
  readonly place: string

  constructor(place: string, reason: string) {
    super(reason)
    this.name = 'CalendarFault'
    this.place = place
  }
}
