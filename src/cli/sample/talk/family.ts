/** Scripts between the owner and relatives; the layout is told in `home.ts`. */
export const FAMILY = `
# family *2
< Hello dear, just checking in. How is everyone? | Haven't heard from you in a while, all well? | Thinking of you today.
> All good Mom, just busy! | Hi Mom! Kids are {wild|great|growing like weeds}, work is {full on|calm for once}
< Don't work too hard. Call me on {weekday}? | Give them a hug from me. | Are you eating properly?
> Will do | {weekday} evening, promise | Yes Mom 😄

# family !
< I found {an old photo of you at the lake|your school reports|your first pair of boots|the letters from Oslo}. I will bring it on {weekday}.
> Oh no 😂 | I'd love to see that!
<? You had such round cheeks.

# family !
< The doctor says my {knee|blood pressure|hip|eye} is {much better|about the same|nothing to worry about}.
> That's a relief! | Good. Are you doing the exercises?
< Every morning, with the radio on. | Most mornings. Well, some.
>? Love you Mom

# family
< How do I {send a photo|get the pictures off my phone|join the video call|make the letters bigger} again?
> Press the {three dots|plus|little arrow} at the {top|bottom} and then {share|settings|display}
< It asks for a password. | It worked! | Now everything is in {Spanish|the dark}.
> I'll {call you|show you on {weekday}|come by}, don't press anything 😅

# family
> Could you take the kids on {weekday}? We both have to work
< With pleasure! I will make {dish}. | I have choir until {time}, after that gladly.
> You're the best. I'll drop them at {time2}
<? Tell Theo the {trains|paints|binoculars} are waiting.

# family !
< Your father would have been {seventy-five|proud of Ida} today. | I put flowers on the grave, it was a bright morning.
> Thinking of him too. I miss him | Wish I could have been there with you
< He would have loved {the match|the children|your garden}. | Come on {weekday}, we will look at the albums.

# kitchen
> How long do I cook {the {dish}|beans that have been soaking|a chicken of two kilos}?
< {Forty minutes|An hour and a half|Until a knife goes in like butter}, and put {a bay leaf|lemon|a little vinegar} in. | Low heat and no peeking!
> {Thank you|It smells right}! | It's a bit burnt at the bottom, I'm calling it rustic
<? That is how your aunt makes it too.

# kitchen !
< I made {12-30} jars of {plum jam|apple butter|pickles|marmalade} today. | The sourdough finally has big holes!
> {Save me two|Reserve me a jar|Trade you for tomatoes}! | My starter smells like paint, what did you do?
< Feed it every {12|8} hours and keep it at {24-26} degrees. | They have your name on them.

# kitchen
< What was in that {soup|salad|cake} you brought?
> {grocery}, {grocery2} and roasted {grocery3}, that's all! | Cardamom. It's always cardamom
< Simple and so good. | I knew it! Making it for {choir|the neighbours} on {weekday}.

# birthday *2
< {Happy birthday|Many happy returns}!! 🎂 Hope you get spoiled today | Happy birthday you {old|ancient} thing 🎉
> Thank you!! ❤️ | Thanks! Kids made a cake that leans a lot
<? Drinks soon, on me

# birthday
< What would {kid} like for {his|her} birthday? | Birthday ideas for {kid}?
> {gift} would be a hit | {kid} talks about nothing but {gift}
< {Easy|Done}! From {store}? | We will do {gift2} as well then.
>? You spoil them

# birthday !
> Surprise party for Maya on {weekday} at {evening}, can you come? Not a word!
< {Yes!!|Wouldn't miss it}. What can I bring? | My lips are sealed 🤐 I can do the {cake|playlist|balloons}
> {The cake would be amazing|Bring {grocery}|Just be there at {evening}, she gets home half an hour later}
<? So excited

# birthday !
< Thanks for coming on {weekday}, the kids {loved|haven't stopped playing with} {gift}!
> It was such a nice party | Ida is still talking about the piñata
<? Leftover cake for the next week 🙈

# brother *2
< Did you see {the game|that last goal|the score} 😱
> Unreal | I can't look | That was NEVER a penalty
< {Season's over|We're going up|I need a new team} | Watching the second half at mine?

# brother
> Can you help me carry {a sofa|the old freezer|a piano (don't ask)|drywall} on {weekday}?
< My back hurts already. What time | For beer and {takeaway}, yes
> {time}. There will be {takeaway} | Best brother
<? Only brother

# brother
< Mom says you haven't called 👀
> I called on {weekday}! | Calling now, tell her I'm alive
< She wants everyone there for {Thanksgiving|Easter|her birthday|the reunion}
> We're in. {You bring the drinks|I do the potatoes}

# brother !
< New job starts {weekday}!! | Got the job!!! | They said yes 🎉
> CONGRATULATIONS 🎉🎉 | So so happy for you. You earned it
< Bit nervous tbh | First month is training in {city}
> You'll be great. Celebrate at ours on {weekday2}

# brother !
< Car failed its inspection. {600-1900} to fix 😩 | Van is dead again
> Ouch. Worth it? | Use ours on {weekday}, I take the bike
< Might sell it for parts | You're a lifesaver

# brother @10-11 !
< Honestly kind of a rough week | Not doing great lately
> Sorry to hear that. Want to talk? I'm free after {evening} | Come over for dinner, no talking required
< Talk would be nice | Yeah. Thanks. Really
> Any time, you know that

# grandpa
< This is your grandfather. The {tomatoes|bees|sweet peas|runner beans} are doing well. | I have seen {12-40} {starlings|waxwings|goldfinches} at the feeder this morning.
> That's wonderful Grandpa! Any photos? | The kids want to come and help on {weekday}
< I do not know how to send a picture. | Bring them. There is a job for every pair of hands.

# grandpa !
< Thank you for the letter. Walt | The parcel with the {tea|slippers|radio} arrived. It is very good. Walt
> You're welcome! No need to sign texts, I know it's you 😊 | Glad you like it!
<? All right. Walt

# grandpa
> How was the {card evening|bowling|check-up|lake}, Grandpa?
< I won {2-9} dollars. | Caught {2-5} trout, let {1-2} go. | The young doctor says I will live to a hundred.
> {Champion|Of course you did|We'll hold you to that}!
`;
