/// The plain ASCII letter of each accented Latin letter, by code point; `none` where there is not just one.
enum LatinLetters {
    static let none = UInt8(ascii: "*")

    /// U+00C0…U+024F: Latin-1, Extended-A and Extended-B.
    static let base = Array(
        ("aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllll*"
            + "*llnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
            + "bbbb**occdddd*ee*ffg***ikkll*nnooo**ppr****ttttuu*vyyzz*********"
            + "*************aaiioouuuuuuuuuueaaaa**ggggkkoooo**j***gg**nnaa**oo"
            + "aaaaeeeeiiiioooorrrruuuusstt**hhnd**zzaaeeooooooooyylntj**acclts"
            + "z**bu*eejjqqrryy").utf8
    )

    /// U+1E00…U+1EFF: Latin Extended Additional, with the letters of Vietnamese.
    static let additional = Array(
        ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
            + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
            + "wwwwwwwwwwxxxxyyzzzzzzhtwyasss**aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
            + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy**vvyy").utf8
    )
}
