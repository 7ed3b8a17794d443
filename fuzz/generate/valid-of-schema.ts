import * as fc from 'fast-check';
import type * as z from 'zod/mini';

/** Long enough to vary, short enough that a run of many frames stays quick. */
const USUAL_LENGTH = 40;

/** What of zod's own description of a schema is read here. */
type Definition = {
  readonly type: string;
  readonly values?: readonly (string | number)[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>;
  readonly options?: readonly z.ZodMiniType[];
  readonly innerType?: z.ZodMiniType;
  readonly element?: z.ZodMiniType;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
};
type Check = {
  readonly check: string;
  readonly pattern?: RegExp;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
};

/**
 * Makes valid values of a schema, so that whatever the protocol learns is fuzzed from that day on.
 * Throws for a kind of schema it does not know.
 */
export function validOfSchema(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  const definition = schema.def as unknown as Definition;
  switch (definition.type) {
    case 'literal':
      return fc.constantFrom(...(definition.values ?? []));
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries ?? {}));
    case 'boolean':
      return fc.boolean();
    case 'string':
      return validString(definition);
    case 'number':
      return validInteger(definition);
    case 'optional':
      return fc.option(validOfSchema(required(definition.innerType)), { nil: undefined });
    case 'nullable':
      return fc.option(validOfSchema(required(definition.innerType)), { nil: null });
    case 'array': {
      const minLength = bound(definition, 'min_length') ?? 0;
      const maxLength = Math.min(bound(definition, 'max_length') ?? 4, 4);
      return fc.array(validOfSchema(required(definition.element)), { minLength, maxLength });
    }
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(definition.shape ?? {}).map(([key, value]) => [key, validOfSchema(value)]),
        ),
        { noNullPrototype: true },
      );
    case 'union':
      return fc.oneof(...(definition.options ?? []).map(validOfSchema));
    default:
      throw new Error(`valid-of-schema.ts cannot make a ${definition.type} yet`);
  }
}

function validString(definition: Definition): fc.Arbitrary<string> {
  const pattern = definition.checks?.find(({ _zod }) => _zod.def.pattern)?._zod.def.pattern;
  if (pattern) return fc.stringMatching(pattern);
  const minLength = bound(definition, 'min_length') ?? 0;
  const maxLength = Math.min(bound(definition, 'max_length') ?? USUAL_LENGTH, USUAL_LENGTH);
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(1, maxLength / 2) });
}

function validInteger(definition: Definition): fc.Arbitrary<number> {
  const limit = (check: string) =>
    definition.checks?.find(({ _zod }) => _zod.def.check === check)?._zod.def.value;
  return fc.integer({
    min: Math.max(limit('greater_than') ?? -1_000, -1_000),
    max: Math.min(limit('less_than') ?? 1_000_000, 1_000_000),
  });
}

function bound(definition: Definition, check: 'min_length' | 'max_length'): number | undefined {
  const found = definition.checks?.find(({ _zod }) => _zod.def.check === check)?._zod.def;
  return check === 'min_length' ? found?.minimum : found?.maximum;
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('zod describes its schemas in another way by now');
  return value;
}
