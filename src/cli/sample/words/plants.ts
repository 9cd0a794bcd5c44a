/** Plants of the garden: name, variety, where from, bed, height in cm, and a remark ("-" for none). */
export const PLANTS = `
Tomate | Crème Brûlée | Pépinière du Lac | Greenhouse | 180 | Sweet, splits after rain
Tomato | Grüne Zebra | seed swap | Greenhouse | 160 | Ripe when the thumb leaves a dent
Tomato | Señora Dulce | saved seed | Bed 2 | 190 | -
Pepper | Jalapeño | Rosalía's seeds | Greenhouse | 65 | Hotter than it looks
Pepper | Piment doux | Pépinière du Lac | Greenhouse | 70 | -
Pumpkin | Kürbis Großer Otto | Gärtnerei Blümel | Compost | 45 | Takes over everything
Squash | Pâtisson blanc | seed swap | Bed 4 | 50 | Kids love the shape
Bean | Haricot d'Été | Pépinière du Lac | Bed 1 | 220 | -
Bean | Böhnchen Frühe | Gärtnerei Blümel | Bed 1 | 60 | Two sowings
Pea | Première Récolte | saved seed | Bed 3 | 120 | Needs the net
Lettuce | Reine d'Été | Pépinière du Lac | Bed 3 | 25 | Slugs, slugs, slugs
Radish | Flambée | corner shop | Bed 3 | 12 | 28 days
Carrot | Möhre Süße Lange | Gärtnerei Blümel | Bed 5 | 35 | Thin them early
Beetroot | Château Rouge | seed swap | Bed 5 | 40 | -
Leek | Géant d'Hiver | Pépinière du Lac | Bed 5 | 60 | Stands all winter
Onion | Rosée de Mai | Gus Tillman | Bed 4 | 50 | From the neighbour
Garlic | Ail Précoce | market | Bed 4 | 55 | Plant in October
Potato | Bébé Belle | market | Bed 6 | 60 | Good for salad
Potato | Nußkartoffel | Gärtnerei Blümel | Bed 6 | 55 | Small and worth it
Kale | Grünkohl Niedriger | Gärtnerei Blümel | Bed 5 | 50 | After the first frost
Spinach | Épinard Géant | Pépinière du Lac | Bed 3 | 30 | -
Chard | Côte d'Or | seed swap | Bed 3 | 55 | -
Basil | Génois | kitchen | Greenhouse | 40 | Dies if you look at it
Thyme | Serpolet doré | Mom | Herb spiral | 15 | -
Sage | Sauge crépue | Mom | Herb spiral | 50 | Bees
Rosemary | Bergwärme | market | Herb spiral | 90 | Survived -11
Mint | Menthe poivrée | Mom | Pot by the door | 60 | Never in the bed again
Chives | Frühlingsfreude | saved seed | Herb spiral | 30 | -
Lovage | Liebstöckel | Grandpa Walt | Herb spiral | 150 | One is enough
Strawberry | Fée des Bois | Grandpa Walt | Bed 7 | 20 | Net before the birds
Strawberry | Señorita | market | Bed 7 | 20 | -
Raspberry | Himbeere Spätlese | Gärtnerei Blümel | Fence | 170 | Cut to the ground in February
Blackberry | Ronce sans épines | Pépinière du Lac | Fence | 200 | -
Currant | Gräfin Rubin | Gärtnerei Blümel | Fence | 130 | Jelly
Gooseberry | Große Grüne | Gärtnerei Blümel | Fence | 110 | Mildew in 2024
Blueberry | Myrtille d'Août | Pépinière du Lac | Tub | 90 | Rain water only
Apple | Gravensteiner Väterchen | planted by the last owner | Lawn | 480 | Prune in March
Pear | Poire d'Hermès | planted by the last owner | Lawn | 520 | -
Plum | Reine Dorée | Gus Tillman | Lawn | 350 | Jam
Fig | Figue de Bédarieux | Sofia Marchetti | Tub | 140 | Wrap in November
Lemon | Limón Niño | Sofia Marchetti | Tub | 95 | Winters in the hall
Rose | Crème de Cassis | Mom | Front | 120 | Scent of cloves
Rose | Alte Schönheit | Gärtnerei Blümel | Front | 160 | Once flowering
Rose | Étoile du Soir | Pépinière du Lac | Front | 110 | -
Dahlia | Café Mélange | Mom | Front | 110 | Lift before frost
Dahlia | Señor Naranja | Mom | Front | 95 | -
Peony | Fräulein Rosa | planted by the last owner | Front | 80 | Do not move
Iris | Nuit d'Été | Gus Tillman | Front | 75 | -
Hydrangea | Bläuling | market | North wall | 130 | Blue with coffee grounds
Fern | Königsfarn | woods | North wall | 100 | -
Lavender | Lavande fine | Pépinière du Lac | Path | 55 | Cut after flowering
Tulip | Königin der Nacht | autumn sale | Lawn | 50 | 40 bulbs
Daffodil | Petite Étoile | autumn sale | Lawn | 25 | 60 bulbs
Snowdrop | Schneeglöckchen | Grandpa Walt | Lawn | 12 | First in January
Sunflower | Géant Doré | Theo | Bed 2 | 290 | Theo's record
Nasturtium | Capucine naine | saved seed | Bed 2 | 30 | Aphid trap`;
