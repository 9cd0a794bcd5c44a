import type {TemplateResult} from "lit";
import {LitElement, html} from "lit";
import type {Workspace} from "../src/index.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import "./lb-failure.ts";

/** A skeleton appears only where the wait can be felt. */
const SKELETON_DELAY_MS = 150;

/**
 * An element that shows something of a workspace. The page hands in the workspace, or what kept it from opening;
 * until then a skeleton stands in its place.
 */
export abstract class WorkspaceElement extends LitElement {
  static override styles = [baseStyles, controlStyles];
  static override properties = {
    workspace: {attribute: false},
    failure: {attribute: false},
    waiting: {state: true}
  };

  declare workspace: Workspace | undefined;
  declare failure: unknown;
  declare protected waiting: boolean;

  constructor() {
    super();
    this.waiting = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    setTimeout(() => (this.waiting = true), SKELETON_DELAY_MS);
  }

  protected abstract renderWorkspace(workspace: Workspace): TemplateResult;

  override render(): TemplateResult {
    if (this.failure !== undefined) return html`<lb-failure .error=${this.failure}></lb-failure>`;
    if (this.workspace) return this.renderWorkspace(this.workspace);
    return this.waiting ? html`<p class="muted" role="status">Opening the workspace …</p>` : html``;
  }
}
