import type {EmbeddedTexts} from "../../model/text-collection.ts";
import type {Topic} from "../../model/topic.ts";
import {toCentroids} from "../../topics/centroids.ts";

/**
 * topics × dimensions numbers: the mean of the vectors of each topic, of a broad one with those of its parts, of length
 * 1; zeros of a topic without texts. `places` says of each text which topic it is in, below 0 for none.
 */
export function toTopicCentroids(
  {vectors, dimensions}: Pick<EmbeddedTexts, "vectors" | "dimensions">,
  places: Int32Array,
  topics: readonly Pick<Topic, "id" | "parent">[]
): Float32Array {
  const indexOf = new Map(topics.map(({id}, i) => [id, i]));
  const homes = topics.map(({parent}, i) => indexOf.get(parent ?? "") ?? i);
  const inHomes = places.map((place) => (place < 0 ? -1 : homes[place]!));
  const centroids = toCentroids(vectors, dimensions, places, topics.length);
  const broad = toCentroids(vectors, dimensions, inHomes, topics.length);
  topics.forEach(({parent}, i) => {
    const [start, end] = [i * dimensions, (i + 1) * dimensions];
    if (parent === null) centroids.set(broad.subarray(start, end), start);
  });
  return centroids;
}
