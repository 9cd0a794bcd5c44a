import {LitElement, css} from "lit";
import type {FieldHints, FieldSchema} from "../src/index.ts";
import type {FieldDraft} from "./field-draft.ts";
import {withHints, withKeywords} from "./field-kinds.ts";
import {FieldChangeEvent} from "./form-events.ts";
import {baseStyles, controlStyles} from "./styles.ts";
import {optionStyles} from "./type-editor-styles.ts";

/** What is different of a record; undefined for what is taken out of it. */
type Changed<T> = {readonly [K in keyof T]?: T[K] | undefined};

/**
 * A part of the type editor that is about one field.
 *
 * @fires lb-change - with what is different in the field
 */
export abstract class FieldElement extends LitElement {
  static override styles = [
    baseStyles,
    controlStyles,
    optionStyles,
    css`
      :host {
        display: block;
      }
    `
  ];
  static override properties = {
    field: {attribute: false},
    label: {}
  };

  declare field: FieldDraft;
  /** The field's name in the names of controls. */
  declare label: string;

  constructor() {
    super();
    this.label = "";
  }

  protected change(change: Partial<FieldDraft>): void {
    this.dispatchEvent(new FieldChangeEvent(change));
  }

  protected changeSchema(change: Changed<FieldSchema>): void {
    this.change({schema: withKeywords(this.field.schema, change)});
  }

  protected changeHints(change: Changed<FieldHints>): void {
    this.change({schema: withHints(this.field.schema, change)});
  }
}
