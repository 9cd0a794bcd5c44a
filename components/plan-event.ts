import type {DuplicatePlan} from "../src/index.ts";

/** Somebody wants another plan of what is compared. */
export class PlanEvent extends Event {
  readonly plan: DuplicatePlan;

  constructor(plan: DuplicatePlan) {
    super("lb-plan");
    this.plan = plan;
  }
}

declare global {
  interface HTMLElementEventMap {
    "lb-plan": PlanEvent;
  }
}
