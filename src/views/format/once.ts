/** Computes something about an object once and keeps it as long as the object lives. */

/** A function that calls `make` at most once for each `key` object. `make` must be pure. */
export function oncePer<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { value: V }>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known.value;
    const value = make(key);
    made.set(key, { value });
    return value;
  };
}
